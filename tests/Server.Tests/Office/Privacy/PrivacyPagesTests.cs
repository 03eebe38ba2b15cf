using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Tests.Office.Privacy;

public abstract class PrivacyPagesTests(RunningOffice office)
{
    [Fact]
    public async Task A_consent_is_recorded_for_chosen_categories_and_its_withdrawal_keeps_the_row()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        var (browser, page) = (staff.Browser, $"/clients/{scene.Client.Id}/privacy");
        await browser.GetAsync(page);

        await browser.PostAsync(page, ("Person", "client"), ("GivenOn", "R8.1.19"), ("Categories", "Hospital"), ("Categories", "School"));
        await using var db = scene.Db();
        var hospital = await db.PrivacyConsents.SingleAsync(row => row.Category == PrivacyCategory.Hospital);
        await browser.GetAsync(page);
        await browser.PostAsync($"{page}/{hospital.Id}/withdrawal");

        await using var fresh = scene.Db();
        var consents = await fresh.PrivacyConsents.OrderBy(row => row.Category).ToListAsync();
        Assert.Equal([PrivacyCategory.Hospital, PrivacyCategory.School], consents.Select(row => row.Category));
        Assert.Equal((new DateOnly(2026, 1, 19), null), (consents[0].WithdrawnOn, consents[1].WithdrawnOn));
        Assert.False(consents[0].CoversOn(new DateOnly(2026, 1, 19)));
        Assert.True(consents[1].CoversOn(new DateOnly(2026, 1, 19)));
    }

    [Fact]
    public async Task A_withdrawal_closes_what_was_recorded_twice_and_nothing_of_another_person_or_category()
    {
        var circle = await CircleOfA.InAsync(office);
        var staff = await Staff.JoinAsync(office, [Roles.Specialist], circle.OfficeId);
        var page = $"/clients/{circle.Client.Id}/privacy";
        var today = JapaneseEra.DayInTokyo(office.Clock.GetUtcNow());
        await staff.Browser.GetAsync(page);
        await staff.Browser.PostAsync(page, ("Person", "client"), ("GivenOn", JapaneseEra.Date(today)), ("Categories", "CivilServants"));
        await staff.Browser.GetAsync(page);
        await staff.Browser.PostAsync(page, ("Person", circle.Mother.Id.ToString()), ("GivenOn", JapaneseEra.Date(today)), ("Categories", "CivilServants"));
        await using var db = circle.Db();
        var twice = await db.PrivacyConsents.Where(row => row.ClientId == circle.Client.Id && row.FamilyMemberId == null && row.Category == PrivacyCategory.CivilServants).ToListAsync();
        Assert.Equal(2, twice.Count);
        await staff.Browser.GetAsync(page);
        var shown = Assert.Single(twice, row => staff.Browser.Html.Contains($"{row.Id}/withdrawal", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"{page}/{shown.Id}/withdrawal"));

        await using var fresh = circle.Db();
        var covered = await Circle.CoveredAsync(fresh, circle.Client.Id, today, CancellationToken.None);
        Assert.Equal(Enum.GetValues<PrivacyCategory>().Except([PrivacyCategory.CivilServants]), covered.Order());
        Assert.Null((await fresh.PrivacyConsents.SingleAsync(row => row.FamilyMemberId == circle.Mother.Id)).WithdrawnOn);
        await staff.Browser.GetAsync(page);
        Assert.Equal(Enum.GetValues<PrivacyCategory>().Length, staff.Browser.Text.Split("取り消しを記録").Length - 1);
    }

    [Fact]
    public async Task One_that_holds_is_shown_with_its_button_though_a_later_one_was_withdrawn()
    {
        var circle = await CircleOfA.InAsync(office);
        var staff = await Staff.JoinAsync(office, [Roles.Specialist], circle.OfficeId);
        var page = $"/clients/{circle.Client.Id}/privacy";
        await using (var db = circle.Db())
        {
            var later = new PrivacyConsent
            {
                Id = Guid.CreateVersion7(),
                OfficeId = circle.OfficeId,
                ClientId = circle.Client.Id,
                Category = PrivacyCategory.CivilServants,
                GivenOn = new DateOnly(2026, 1, 19),
                RecordedAt = CircleOfA.Tokyo(1, 19, 11),
            };
            later.Withdraw(new DateOnly(2026, 1, 19));
            db.Add(later);
            await db.SaveChangesAsync();
        }

        await staff.Browser.GetAsync(page);

        Assert.Contains($"{page}/{circle.Privacy.Single(static row => row.Category is PrivacyCategory.CivilServants).Id}/withdrawal", staff.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_consents_without_a_day_a_person_and_somebody_to_show_it_to()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        var page = $"/clients/{scene.Client.Id}/privacy";
        await staff.Browser.GetAsync(page);

        var status = await staff.Browser.PostAsync(page);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("入力を確かめてください（3 件）", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_a_line_for_each_person_of_the_contract()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await scene.PlayAsync("contract");

        await staff.Browser.GetAsync($"/clients/{scene.Client.Id}/privacy");

        Assert.Contains("利用者Aの姉（姉）", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(15, staff.Browser.Text.Split("取り消しを記録").Length - 1);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PrivacyPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PrivacyPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
