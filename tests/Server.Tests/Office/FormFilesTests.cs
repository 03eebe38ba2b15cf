using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>The form files of plan-creation against the acts behind them.</summary>
public sealed class FormFilesTests(RunningOffice.OnSqlite office) : IClassFixture<RunningOffice.OnSqlite>
{
    public static TheoryData<string> Keys() => [.. CaseA.FormKeys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_form_is_named_like_its_file_and_its_act_exists(string key)
    {
        var form = CaseA.Form(key);

        Assert.Equal(key, form.Key);
        Assert.True(form.Act is null || office.Services.GetServices<FormAct>().Any(act => string.Equals(act.Name, form.Act, StringComparison.Ordinal)));
        Assert.All([form.Title, form.Intro, form.FinishLabel], text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_form_is_read_without_a_finding(string key) => Assert.IsType<FormReading.Readable>(FormReader.Read(CaseA.FormText(key)));

    [Theory]
    [InlineData("assessment", "place", typeof(VisitPlace))]
    [InlineData("assessment", "method", typeof(VisitMethod))]
    [InlineData("contract-report", "means", typeof(DeliveryMeans))]
    [InlineData("draft-delivery", "means", typeof(DeliveryMeans))]
    [InlineData("submit-to-city", "means", typeof(DeliveryMeans))]
    [InlineData("plan-delivery", "means", typeof(DeliveryMeans))]
    [InlineData("decision", "certificateKind", typeof(CertificateKind))]
    [InlineData("decision", "supportLevel", typeof(SupportLevel))]
    [InlineData("decision", "amounts.unit", typeof(AmountUnit))]
    [InlineData("plan-draft", "needs.unit", typeof(AmountUnit))]
    [InlineData("plan-final", "needs.unit", typeof(AmountUnit))]
    [InlineData("contract", "privacy.categories", typeof(PrivacyCategory))]
    public void Every_choice_is_one_that_its_act_understands(string key, string field, Type choices)
    {
        var path = field.Split('.');
        var asked = CaseA.Form(key).Fields.Single(one => string.Equals(one.Key, path[0], StringComparison.Ordinal));
        asked = path.Length == 1 ? asked : asked.Fields.Single(one => string.Equals(one.Key, path[1], StringComparison.Ordinal));

        var understood = Enum.GetNames(choices).Select(name => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name));

        Assert.Equal(understood.Order(StringComparer.Ordinal), asked.Options.Select(option => option.Key).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void The_key_of_a_case_is_its_name_in_camel_case() => Assert.Equal("daysOfMonthLess8", ActReader.Key(AmountUnit.DaysOfMonthLess8));
}
