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
        _ => "口頭と立会人",
    };

    public static string Of(ConsentOutcome? outcome) => outcome switch
    {
        ConsentOutcome.Agreed => "同意",
        ConsentOutcome.Declined => "同意しない",
        _ => "返事待ち",
    };
}
