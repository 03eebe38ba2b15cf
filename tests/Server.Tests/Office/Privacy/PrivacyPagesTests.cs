using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

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
