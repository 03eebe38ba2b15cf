using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>What people read of a witness.</summary>
public static class WitnessWords
{
    /// <param name="address">Where the link went.</param>
    public static string Identified(Witness witness, string? address) => witness.Method switch
    {
        ConsentMethod.Link => $"専用のリンク（{address}）と、声または紙で別に伝えた番号。入力された氏名: {witness.TypedName}",
        ConsentMethod.Tablet => $"対面で本人を確かめ、事業所の端末で確認した。入力された氏名: {witness.TypedName}",
        _ => "署名した紙を事業所が受け取り、確かめた",
    };

    /// <summary>As it stands on a receipt: in the words that its audit row knows.</summary>
    public static string Line(Witness witness) => $"{witness.Name}（{witness.Standing}） " + (witness.ConfirmedOn is { } day
        ? $"{JapaneseEra.Long(day)}に立ち会いを確認。{Proven(witness) ?? Identified(witness, witness.Mail)}"
        : "確認を待っています");

    private static string? Proven(Witness witness) => witness.Facts is { } facts ? WitnessFacts.Read(facts)?.Identified : null;
}
