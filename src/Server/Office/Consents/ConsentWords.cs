namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>What people read for the cases of a consent's enums.</summary>
public static class ConsentWords
{
    public static string Of(SignerKind signer) => signer switch
    {
        SignerKind.Self => "本人",
        SignerKind.Guardian => "保護者",
        SignerKind.LegalGuardian => "法定代理人（成年後見人等）",
        _ => "代理人（代筆など）",
    };

    public static string Of(ConsentMethod method) => method switch
    {
        ConsentMethod.Paper => "紙に署名",
        ConsentMethod.Link => "リンク（電磁的方法）",
        ConsentMethod.Tablet => "事業所の端末（その場で、電磁的方法）",
        _ => "口頭と立会人",
    };

    public static string Of(ConsentOutcome? outcome) => outcome switch
    {
        ConsentOutcome.Agreed => "同意",
        ConsentOutcome.Declined => "同意しない",
        _ => "返事待ち",
    };

    /// <summary>With what the page behind the link was signed.</summary>
    public static string Mark(Consent consent) => consent switch
    {
        { TypedName: { } name } => $"入力された氏名: {name}",
        { DocumentId: not null } => "画面に手書きした署名",
        _ => "氏名を確かめた印",
    };

    /// <summary>How it was made sure who answered.</summary>
    /// <param name="address">Where the link went.</param>
    public static string Identified(Consent consent, string? address) => consent.Method switch
    {
        ConsentMethod.Link => $"専用のリンク（{address}）と、声または紙で別に伝えた番号。{Mark(consent)}",
        ConsentMethod.Tablet => $"対面で本人を確かめ、事業所の端末で回答した。立会人: {consent.Witness}。{Mark(consent)}",
        ConsentMethod.OralWithWitness => $"立会人: {consent.Witness}",
        _ => "署名した紙を事業所が受け取り、確かめた",
    };
}
