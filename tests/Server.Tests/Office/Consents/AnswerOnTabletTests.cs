using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>A page on the tablet is made when it is wanted: never for a request that has ended.</summary>
public abstract class AnswerOnTabletTests(RunningOffice office)
{
    [Fact]
    public async Task Once_the_agreement_to_electronic_means_is_taken_back_the_page_opens_no_more_even_with_a_new_agreement()
    {
        var (story, consent) = await AskedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{consent}");
        var left = staff.Browser.Again();
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"/consents/{consent}/tablet"));
        var agreements = $"/clients/{story.Circle.Client.Id}/electronic-agreements";
        await using var db = story.Circle.Db();
        await staff.Browser.GetAsync(agreements);
        await staff.Browser.PostAsync($"{agreements}/{(await db.ElectronicAgreements.SingleAsync()).Id}/revocation");

        Assert.Equal(HttpStatusCode.Conflict, await left.PostAsync($"/consents/{consent}/tablet"));

        Assert.Equal(["electronic-agreement-revoked"], await OpenAsync(story, consent));
        await staff.Browser.GetAsync($"/consents/{consent}");
        Assert.DoesNotContain("この端末で答えてもらう", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("承諾は取り消されています", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync(agreements);
        await staff.Browser.PostAsync(agreements, ("PersonName", "利用者A"), ("AgreedOn", "令和8年3月27日"));
        Assert.Equal(["consent-not-awaited"], await OpenAsync(story, consent));
        Assert.Equal("consent-explain", await story.DoingAsync());
    }

    [Fact]
    public async Task Once_the_time_for_the_answer_is_over_the_page_opens_no_more()
    {
        var (story, consent) = await AskedAsync();
        Assert.Empty(await OpenAsync(story, consent));

        await story.UntilAsync(CircleOfA.Tokyo(4, 17, 10));

        Assert.Contains("consent-explain", await story.DoingAsync(), StringComparison.Ordinal);
        Assert.Equal(["consent-not-awaited"], await OpenAsync(story, consent));
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{consent}");
        Assert.DoesNotContain("この端末で答えてもらう", staff.Browser.Text, StringComparison.Ordinal);
    }

    private Task<(ShippedStory Story, Guid Consent)> AskedAsync() =>
        ConsentStory.AskedInACaseAsync(office, ConsentStory.ByLink().With("method", Value.Of("tablet")).With("mail", Value.None).With("witness", Value.Of("事務員V")));

    private async Task<IReadOnlyList<string>> OpenAsync(ShippedStory story, Guid consent)
    {
        var viewer = new Viewer(story.Circle.SpecialistX, "専門員X", story.Circle.OfficeId, "相談支援事業所S", ["specialist"]);
        await using var db = story.Circle.Db();

        return (await AnswerOnTablet.HandleAsync(consent, viewer, db, story.Circle.Get<Links>(), office.Clock, CancellationToken.None)).Codes();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : AnswerOnTabletTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : AnswerOnTabletTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
