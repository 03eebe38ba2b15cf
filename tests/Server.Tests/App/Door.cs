using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>Somebody with every role of an office, and with a form's token; where an address that they try ends their session, the next one takes over.</summary>
internal sealed class Door
{
    public static readonly string[] Everything = [Roles.Administrator, Roles.Manager, Roles.Specialist, Roles.Assistant, Roles.Clerk];

    private readonly RunningOffice office;
    private Staff inside;
    private string token = "";

    private Door(RunningOffice office, Staff inside)
    {
        this.office = office;
        this.inside = inside;
    }

    public static async Task<Door> OpenAsync(RunningOffice office, Staff staff)
    {
        var door = new Door(office, staff);
        await door.ReadTokenAsync();
        return door;
    }

    public async Task<HttpResponseMessage> AskAsync(Func<HttpClient, string, Task<HttpResponseMessage>> ask)
    {
        var answer = await ask(inside.Http, token);
        if (answer.StatusCode is not HttpStatusCode.BadRequest && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) != true)
        {
            return answer;
        }

        answer.Dispose();
        inside = await Staff.JoinAsync(office, Everything, inside.OfficeId);
        await ReadTokenAsync();
        return await ask(inside.Http, token);
    }

    private async Task ReadTokenAsync()
    {
        await inside.Browser.GetAsync("/account");
        token = inside.Browser.ValueOf("__RequestVerificationToken")!;
    }
}
