namespace OfficeWorkflow.Server.Ui;

/// <summary>What an error page says.</summary>
/// <param name="Sentence">What happened, and what was kept.</param>
/// <param name="WayOut">Label of the link out.</param>
public sealed record Problem(string Title, string Sentence, string WayOut = "最初のページへ", string Address = "/")
{
    /// <summary>Where more can be read about what happened, or null.</summary>
    public string? Instead { get; init; }

    public static Problem NotFound { get; } = new(
        "ページが見つかりません",
        "お探しのページはないか、この事業所の記録ではありません。アドレスを確かめるか、一覧から選び直してください。");

    public static Problem Broken { get; } = new(
        "処理できませんでした",
        "サーバーの中で問題が起きました。入力はまだ保存されていません。前のページに戻って、もう一度お試しください。続くときは事業所の管理者に時刻を知らせてください。");

    public static Problem TooLarge { get; } = new(
        "ファイルが大きすぎます",
        "一度に送れるのは20MBまでです。ファイルを小さくするか、分けて送ってください。前のページに戻ると入力を続けられます。");

    public static Problem Forbidden { get; } = new(
        "この操作はできません",
        "この操作は、あなたの役割ではできません。必要なときは、事業所の管理者に役割の変更を頼んでください。");

    public static Problem Expired { get; } = new(
        "送信を受け付けられませんでした",
        "ページを開いてから時間がたったか、別の画面でサインインし直したため、送信を確かめられませんでした。前のページを開き直して、もう一度送ってください。");

    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Expired,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => NotFound,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status429TooManyRequests => new(
            "しばらくお待ちください", "短い時間に何度も送られたため、いったん止めています。少し待ってから、もう一度お試しください。"),
        _ => Broken,
    };
}
