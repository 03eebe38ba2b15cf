using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail.Incoming.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

internal static class IncomingRoutes
{
    public static void Map(IEndpointRouteBuilder mail)
    {
        mail.MapGet("/received", Show);
        mail.MapPost("/received", Take).RequireAuthorization(StaffPolicies.Work);
    }

    private static async Task<IResult> Show(OfficeDb db, CancellationToken stop) =>
        View.Of<ReceivedPage, ListReceived.Model>(await ListReceived.HandleAsync(db, stop));

    private static async Task<IResult> Take(IFormFileCollection files, OfficeDb db, TakeMail take, CancellationToken stop) =>
        await ListReceived.TakeAsync(files.GetFile("file"), db, take, stop) switch
        {
            Outcome<IncomingResult>.Done done => View.Of<ReceivedPage, ListReceived.Model>(await ListReceived.HandleAsync(db, stop) with { Told = done.Value }),
            Outcome<IncomingResult>.Refused no => View.Of<ReceivedPage, ListReceived.Model>(
                await ListReceived.HandleAsync(db, stop) with { Refusals = [no.Refusal] }, StatusCodes.Status422UnprocessableEntity),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
