using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.Tests.Automation.Forms;

public class FormReaderTests
{
    [Fact]
    public void A_form_file_is_read_whole()
    {
        const string Json = """
            {
              "key": "visit", "title": "訪問", "intro": "訪ねたら書きます。", "act": "Office.Visit", "finishLabel": "記録する",
              "fields": [
                { "key": "place", "type": "choice", "label": "場所", "isRequired": true, "section": "訪問", "options": [{ "key": "home", "label": "居宅" }] },
                { "key": "name", "type": "text", "label": "名称", "when": "place != \"home\"", "maxLength": 50 },
                { "key": "needs", "type": "rows", "label": "課題", "minRows": 1, "maxRows": 9, "fields": [{ "key": "goal", "type": "longText", "label": "目標" }] }
              ]
            }
            """;

        var form = Assert.IsType<FormReading.Readable>(FormReader.Read(Json)).Form;

        Assert.Equal(("visit", "訪問", "Office.Visit", "記録する"), (form.Key, form.Title, form.Act, form.FinishLabel));
        Assert.Equal([FieldType.Choice, FieldType.Text, FieldType.Rows], form.Fields.Select(static field => field.Type));
        Assert.Equal(new FormOption("home", "居宅"), form.Fields[0].Options[0]);
        Assert.Equal((1, 9, FieldType.LongText), (form.Fields[2].MinRows, form.Fields[2].MaxRows, form.Fields[2].Fields[0].Type));
    }

    [Theory]
    [InlineData("{", "form-not-json")]
    [InlineData("[]", "form-not-object")]
    [InlineData("""{"key":"a","title":"あ","colour":"red"}""", "unknown-property")]
    [InlineData("""{"key":"a"}""", "property-missing")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"x","type":"date","label":"え","isRequired":"yes"}]}""", "property-kind")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"x","type":"dates","label":"え"}]}""", "field-type")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"X y","type":"date","label":"え"}]}""", "field-key")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"x","type":"date","label":"え"},{"key":"x","type":"text","label":"え"}]}""", "field-twice")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"x","type":"text","label":"え","when":"place = ("}]}""", "field-when")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"x","type":"rows","label":"え"}]}""", "rows-without-fields")]
    [InlineData("""{"key":"a","title":"あ","fields":[{"key":"x","type":"choice","label":"え","options":["a"]}]}""", "options-not-list")]
    public void A_wrong_file_is_told_what_is_wrong(string json, string rule) =>
        Assert.Equal(rule, Assert.Single(Assert.IsType<FormReading.Wrong>(FormReader.Read(json)).Findings).Rule);
}
