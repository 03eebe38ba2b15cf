using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Answers;

/// <summary>A refusal that no form can show: a page of its own with the way out.</summary>
public static class RefusalPages
{
    public static int StatusOf(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <param name="noun">What it is about, such as 作業.</param>
    /// <param name="instead">A better address than the list, if there is one.</param>
    public static IResult Of(Refusal refusal, string noun, string wayOut, string address, string? instead = null) =>
        View.Of<ErrorPage, Problem>(new Problem(TitleOf(refusal.Kind, noun), refusal.Reason, wayOut, address) { Instead = instead }, StatusOf(refusal));

    private static string TitleOf(RefusalKind kind, string noun) => kind switch
    {
        RefusalKind.Conflict or RefusalKind.Outdated => $"この{noun}は先に進んでいます",
        RefusalKind.Unknown => $"{noun}が見つかりません",
        RefusalKind.NotAllowed => "この操作はできません",
        _ => "受け付けられませんでした",
    };
}
