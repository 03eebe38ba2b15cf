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
        "一度に送れるのは10MBまでです。ファイルを小さくするか、分けて送ってください。前のページに戻ると入力を続けられます。");

    public static Problem Forbidden { get; } = new(
        "この操作はできません",
        "この操作は、あなたの役割ではできません。必要なときは、事業所の管理者に役割の変更を頼んでください。");

    public static Problem Expired { get; } = new(
        "送信を受け付けられませんでした",
        "ページを開いてから時間がたったか、別の画面でサインインし直したため、送信を確かめられませんでした。前のページを開き直して、もう一度送ってください。");

    public static Problem WrongAddress { get; } = new(
        "このアドレスは開けません", "アドレスの書き方が正しくありません。アドレスを直すか、一覧から選び直してください。");

    public static Problem Unreadable { get; } = new(
        "送信を読めませんでした", "送られた形が、このページの求めるものと違います。前のページを開き直して、もう一度送ってください。");

    /// <summary>What a program reads that calls the HTTP API.</summary>
    public static Problem OfCall(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(
            "要求を読めませんでした", "本文が JSON として読めないか、必要な項目がないか、値の形が違います。/openapi/v1.json で形を確かめて、送り直してください。"),
        StatusCodes.Status401Unauthorized => new(
            "トークンが要ります", "Authorization: Bearer に、職員のトークンを付けて送ってください。トークンは事業所の管理者が作ります。"),
        StatusCodes.Status404NotFound => new(
            "見つかりません", "このアドレスはないか、この事業所の記録ではありません。/openapi/v1.json と一覧で確かめてください。"),
        StatusCodes.Status415UnsupportedMediaType => new(
            "本文の種類が違います", "Content-Type を /openapi/v1.json のとおりに（ふつうは application/json に）して、送り直してください。"),
        _ => Of(status),
    };

    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status422UnprocessableEntity => Unreadable,
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
