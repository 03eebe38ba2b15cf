using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>A member of staff, signed in.</summary>
public sealed record Staff(Guid PersonId, Guid OfficeId, string Mail, Browser Browser)
{
    public const string Password = "ながいあいことば-2026";

    public HttpClient Http => Browser.Http;

    /// <summary>A new member with these roles, of a new office where none is given.</summary>
    public static async Task<Staff> JoinAsync(RunningOffice office, IReadOnlyList<string> roles, Guid? officeId = null, string name = "職員")
    {
        await using var db = office.Db();
        var id = officeId ?? Guid.CreateVersion7();
        if (officeId is null)
        {
            db.Set<OfficeFile>().Add(new OfficeFile { Id = id, Name = "相談支援事業所", Number = "0000000000" });
        }

        var mail = $"p{Guid.CreateVersion7():N}@example.jp";
        var person = AddPerson.To(db, id, name, mail, roles, office.Clock.GetUtcNow());
        office.Services.GetRequiredService<Password>().Give(person, Password);
        await db.SaveChangesAsync();
        return await SignInAsync(office, person.Id, id, mail);
    }

    public static async Task<Staff> SignInAsync(RunningOffice office, Guid personId, Guid officeId, string mail)
    {
        var browser = new Browser(RemoteAddress.Own(office.Client()));
        await browser.GetAsync("/sign-in");
        var status = await browser.PostAsync("/sign-in", ("mail", mail), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, status);
        return new Staff(personId, officeId, mail, browser);
    }

    /// <summary>Posts with the token of a page that has no form to this address, as somebody does who typed it.</summary>
    public async Task<HttpStatusCode> PostUnaskedAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        await Browser.GetAsync(page);
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", Browser.ValueOf("__RequestVerificationToken") ?? ""),
            .. fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using var answer = await Http.PostAsync(new Uri(action, UriKind.Relative), form);

        return answer.StatusCode;
    }
}
