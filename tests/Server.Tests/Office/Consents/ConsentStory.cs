using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>The steps of a consent by link, as office and signer take them.</summary>
internal static class ConsentStory
{
    /// <summary>The plan was explained yesterday, and the link is on its way.</summary>
    public static async Task<(CircleOfA Circle, Guid Consent)> RequestedAsync(RunningOffice office)
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        var explained = (await new ConsentExplainAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 26, 15), ("stage", Value.Of("plan"))), ByLink(), CancellationToken.None)).Done();
        await db.SaveChangesAsync();
        await circle.PerformAsync("Office.RequestConsent", CircleOfA.Tokyo(3, 27, 10), ("consentId", explained["consentId"]));

        return (circle, Guid.Parse(((Value.Text)explained["consentId"]).Content, CultureInfo.InvariantCulture));
    }

    public static Value.Record ByLink() => CircleOfA.Values(
        ("explainedOn", Value.Of(new DateOnly(2026, 3, 26))), ("explainedPlace", Value.Of("居宅")), ("signerKind", Value.Of("self")),
        ("signerName", Value.Of("利用者A")), ("method", Value.Of("link")), ("electronicAgreedOn", Value.Of(new DateOnly(2026, 1, 19))),
        ("electronicMeans", Value.Of("電子メールの案内とウェブの画面")), ("mail", Value.Of("user-a@example.jp")));

    /// <summary>The plan was explained in a case of the shipped procedure, which has asked for the answer.</summary>
    public static async Task<(ShippedStory Story, Guid Consent)> AskedInACaseAsync(RunningOffice office, Value.Record? values = null)
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 27, 10));
        await story.StartAsync("consent", ("stage", Value.Of("plan")));
        await story.FinishAsync("consent-explain", [.. (values ?? ByLink()).Fields.Select(static field => (field.Key, field.Value))]);
        await using var db = story.Circle.Db();

        return (story, (await db.Consents.SingleAsync()).Id);
    }

    /// <summary>The signer says yes behind the link.</summary>
    public static async Task AgreeAsync(CircleOfA circle, Guid consent)
    {
        var (guest, path) = await OpenedAsync(circle, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "名前"));
        await guest.PostAsync(path, ("confirmed", "yes"));
        await circle.Running.DrainAsync();
    }

    /// <summary>The signer with the code entered.</summary>
    public static async Task<(Browser Guest, string Path)> OpenedAsync(CircleOfA circle, Guid consent)
    {
        var (guest, path) = await circle.GuestAsync(ConsentPurpose.Key, consent);
        await circle.EnterCodeAsync(guest, path, ConsentPurpose.Key, consent);

        return (guest, path);
    }
}
