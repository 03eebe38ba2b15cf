using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Workflows.Procedures;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Forms of the tests' procedures beside the shipped ones: <c>visit</c> with every trick of a form, <c>explain</c> reserved by its act.</summary>
internal static class TestForms
{
    private const string Visit = """
        {
          "key": "test-visit", "title": "訪問", "intro": "訪ねたら書きます。", "finishLabel": "記録する",
          "fields": [
            { "key": "place", "type": "choice", "label": "場所", "isRequired": true, "options": [{ "key": "home", "label": "居宅" }, { "key": "other", "label": "ほか" }] },
            { "key": "placeName", "type": "text", "label": "名称", "isRequired": true, "when": "place = \"other\"" },
            { "key": "visitedAt", "type": "moment", "label": "訪問日時" },
            { "key": "wishes", "type": "longText", "label": "希望", "isRequired": true, "maxLength": 2000 },
            { "key": "needs", "type": "rows", "label": "課題", "maxRows": 3, "fields": [{ "key": "goal", "type": "text", "label": "目標", "isRequired": true }, { "key": "on", "type": "date", "label": "時期" }] },
            { "key": "scan", "type": "file", "label": "写し" }
          ]
        }
        """;

    private const string Explain = """
        { "key": "test-explain", "title": "説明", "act": "Test.Explain", "fields": [{ "key": "said", "type": "text", "label": "話したこと", "isRequired": true }] }
        """;

    private const string Secret = """
        { "key": "test-secret", "title": "内密", "act": "Test.Secret", "fields": [
          { "key": "diagnosis", "type": "text", "label": "診断" }, { "key": "address", "type": "text", "label": "住所", "isReadOnly": true }, { "key": "who", "type": "choice", "label": "だれ" }] }
        """;

    public static void AddTestForms(this IServiceCollection services)
    {
        services.AddSingleton<FormAct, ExplainAct>();
        services.AddSingleton<FormAct, SecretAct>();
        services.AddSingleton(static _ => new FormLibrary([.. BuiltIns.All.SelectMany(static shipped => shipped.Forms.Values), .. BuiltIns.CommonForms.Values, Visit, Explain, Secret]));
    }
}
