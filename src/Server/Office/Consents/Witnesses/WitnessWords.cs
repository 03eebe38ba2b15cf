using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>What people read of a witness.</summary>
public static class WitnessWords
{
    public static string Identified(Witness witness) => witness.Method switch
    {
        ConsentMethod.Link => $"専用のリンク（{witness.Mail}）と、声または紙で別に伝えた番号。入力された氏名: {witness.TypedName}",
        ConsentMethod.Tablet => $"対面で本人を確かめ、事業所の端末で確認した。入力された氏名: {witness.TypedName}",
        _ => "署名した紙を事業所が受け取り、確かめた",
    };

    /// <summary>As it stands on a receipt.</summary>
    public static string Line(Witness witness) => $"{witness.Name}（{witness.Standing}） " + (witness.ConfirmedOn is { } day
        ? $"{JapaneseEra.Long(day)}に立ち会いを確認。{Identified(witness)}"
        : "確認を待っています");
}
