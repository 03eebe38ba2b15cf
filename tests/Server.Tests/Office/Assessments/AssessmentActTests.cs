using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Assessments;

public abstract class AssessmentActTests(RunningOffice office)
{
    [Fact]
    public async Task A_visit_is_kept_with_place_times_persons_and_who_made_it()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("assessment");

        await using var db = scene.Db();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal(new DateTimeOffset(2026, 1, 26, 14, 0, 0, TimeSpan.FromHours(9)), assessment.VisitedAt);
        Assert.Equal(TimeSpan.FromMinutes(100), assessment.EndedAt - assessment.VisitedAt);
        Assert.Equal((VisitPlace.Home, VisitMethod.Visit, scene.Specialist), (assessment.Place, assessment.Method, assessment.PerformedBy));
        Assert.True(assessment is { UserPresent: true, FamilyPresent: true, PurposeExplained: true, PresentPersons: "母" });
        Assert.Equal(Value.Of(assessment.Id.ToString()), scene.Variables["assessmentId"]);
    }

    [Theory]
    [InlineData("place", null, "place-missing", "place")]
    [InlineData("place", "facility", "place-name-missing", "placeName")]
    [InlineData("method", "video", "video-reason-missing", "videoReason")]
    [InlineData("hopes", null, "required", "hopes")]
    [InlineData("endedAt", "2026-01-26T14:00", "end-before-start", "endedAt")]
    [InlineData("endedAt", "2026-01-27T15:40", "visit-too-long", "endedAt")]
    public async Task What_makes_an_assessment_worthless_is_refused(string field, string? typed, string code, string about)
    {
        var scene = await LedgerScene.OpenAsync(office);

        Assert.Equal([(code, about)], await scene.RefusalsAsync("assessment", form => form[field] = typed));
    }

    [Theory]
    [InlineData("userPresent", "user-absent-reason-missing", "userAbsentReason")]
    [InlineData("familyPresent", "family-absent-reason-missing", "familyAbsentReason")]
    [InlineData("purposeExplained", "purpose-not-explained", "purposeExplained")]
    public async Task An_absence_needs_its_reason_and_the_purpose_must_be_explained(string field, string code, string about)
    {
        var scene = await LedgerScene.OpenAsync(office);

        Assert.Equal([(code, about)], await scene.RefusalsAsync("assessment", form => form[field] = JsonValue.Create(false)));
    }

    [Fact]
    public async Task A_visit_that_has_not_happened_yet_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var refusals = await scene.RefusalsAsync("assessment", form => (form["visitedAt"], form["endedAt"]) = ("2026-01-26T18:00", "2026-01-26T19:00"));

        Assert.Equal([("day-ahead", "visitedAt")], refusals);
    }

    [Fact]
    public async Task The_next_assessment_starts_from_the_life_described_before_but_asks_the_wishes_anew()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("assessment");

        var prefill = await scene.PrefillAsync("assessment");

        Assert.StartsWith("持家の2階建て", ((Value.Text)prefill.Values["environment"]).Content, StringComparison.Ordinal);
        Assert.Equal(Value.None, prefill.Values["hopes"]);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : AssessmentActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : AssessmentActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
