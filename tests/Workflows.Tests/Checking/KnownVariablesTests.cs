using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

public sealed class KnownVariablesTests
{
    private const string Wrong = "condition-reads-known-variables";

    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> None = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    private static readonly VariableGivers Givers = new(
        ["clientId"],
        None.Add("visit", ["result", "visitOn"]),
        None.Add("Office.SendMail", ["sentTo"]),
        None.Add("answered", ["outcome"]).Add("law-changed", ["fee"]))
    {
        Called = None.Add("consent", ["outcome"]),
    };

    private static readonly string Visit = Bpmn.Binding("Office.Work", ("form", "visit"));

    [Theory]
    [InlineData("clientId", "clinetId")]
    [InlineData("result", "resutl")]
    [InlineData("sentTo", "sendTo")]
    [InlineData("count(results) + 1", "count(result2) + 1")]
    [InlineData("taken", "tkaen")]
    [InlineData("months", "monthes")]
    public void What_a_start_a_form_a_step_a_mapping_or_a_table_gives_is_known_after_it(string right, string wrong)
    {
        Assert.Equal("", Doubted(Given, Reading(right)));
        Assert.Equal($"{Wrong} a", Doubted(Given, Reading(wrong)));
    }

    [Theory]
    [InlineData("""<userTask id="a">{0}</userTask>""")]
    [InlineData("""<callActivity id="a" calledElement="consent"><extensionElements><office:mapping><office:input target="x" expression="=nothing"/></office:mapping></extensionElements></callActivity>""")]
    [InlineData("""<userTask id="a">{1}<multiInstanceLoopCharacteristics office:collection="=nothing" office:elementVariable="one"/></userTask>""")]
    [InlineData("""<userTask id="a">{1}<multiInstanceLoopCharacteristics office:collection="=[1]" office:outputCollection="all" office:outputElement="=nothing"/></userTask>""")]
    [InlineData("""<userTask id="a">{1}<multiInstanceLoopCharacteristics office:collection="=[1]"><completionCondition>nothing</completionCondition></multiInstanceLoopCharacteristics></userTask>""")]
    [InlineData("""<userTask id="a">{1}<standardLoopCharacteristics><loopCondition>nothing</loopCondition></standardLoopCharacteristics></userTask>""")]
    [InlineData("""<receiveTask id="a" messageRef="keyed"/>""")]
    [InlineData("""<intermediateCatchEvent id="a"><timerEventDefinition><timeDate>=nothing</timeDate></timerEventDefinition></intermediateCatchEvent>""")]
    [InlineData("""<intermediateCatchEvent id="a"><conditionalEventDefinition><condition>nothing</condition></conditionalEventDefinition></intermediateCatchEvent>""")]
    [InlineData("""<businessRuleTask id="a"><extensionElements><office:decisionTable hitPolicy="U"><office:input expression="=nothing"/><office:output name="o"/><office:rule><office:when>-</office:when><office:then>1</office:then></office:rule></office:decisionTable></extensionElements></businessRuleTask>""")]
    [InlineData("""<businessRuleTask id="a"><extensionElements><office:decisionTable hitPolicy="U"><office:input expression="=1"/><office:output name="o"/><office:rule><office:when>&lt; nothing</office:when><office:then>1</office:then></office:rule></office:decisionTable></extensionElements></businessRuleTask>""")]
    [InlineData("""<businessRuleTask id="a"><extensionElements><office:decisionTable hitPolicy="U"><office:input expression="=1"/><office:output name="o"/><office:rule><office:when>-</office:when><office:then>nothing</office:then></office:rule></office:decisionTable></extensionElements></businessRuleTask>""")]
    [InlineData("""<adHocSubProcess id="a"><userTask id="in">{1}</userTask><completionCondition>nothing</completionCondition></adHocSubProcess>""")]
    public void A_name_that_nothing_sets_is_found_wherever_it_is_read(string element)
    {
        var xml = element
            .Replace("{0}", Bpmn.Binding("Office.Work", ("form", "visit"), ("subject", "=nothing")), StringComparison.Ordinal)
            .Replace("{1}", Visit, StringComparison.Ordinal);

        Assert.Equal($"{Wrong} a", Doubted("", xml));
    }

    [Fact]
    public void A_loop_knows_its_item_its_number_and_its_counts_where_they_are_to_be_read()
    {
        const string Loop = """
            <multiInstanceLoopCharacteristics office:collection="=[1]" office:elementVariable="one" office:outputCollection="all" office:outputElement="=one + loopCounter">
            <completionCondition>numberOfCompletedInstances = numberOfInstances - numberOfActiveInstances</completionCondition></multiInstanceLoopCharacteristics>
            """;

        Assert.Equal("", Doubted("", $"""<userTask id="a">{Visit}{Loop}</userTask>"""));
        Assert.Equal($"{Wrong} b", Doubted($"""<userTask id="a0">{Visit}{Loop}</userTask>""", Reading("numberOfInstances").Replace("\"a\"", "\"b\"", StringComparison.Ordinal)));
        Assert.Equal("", Doubted("", $"""<userTask id="a">{Visit}<standardLoopCharacteristics><loopCondition>loopCounter &lt; 3</loopCondition></standardLoopCharacteristics></userTask>"""));
    }

    [Fact]
    public void A_mapping_reads_what_came_and_lets_only_its_targets_through()
    {
        const string Mapped = """<callActivity id="a" calledElement="consent"><extensionElements><office:mapping><office:output target="agreed" expression="=outcome"/></office:mapping></extensionElements></callActivity>""";

        Assert.Equal("", Doubted("", Mapped));
        Assert.Equal($"{Wrong} a", Doubted("", Mapped.Replace("=outcome", "=outcmoe", StringComparison.Ordinal)));
        Assert.Equal("", Doubted(Mapped.Replace("\"a\"", "\"b\"", StringComparison.Ordinal), Reading("agreed")));
        Assert.Equal($"{Wrong} a", Doubted(Mapped.Replace("\"a\"", "\"b\"", StringComparison.Ordinal), Reading("outcome")));
    }

    [Fact]
    public void Where_something_may_bring_anything_no_name_is_doubted()
    {
        const string Known = """<intermediateCatchEvent id="m"><messageEventDefinition messageRef="answered"/></intermediateCatchEvent>""";
        var mapped = Known.Replace("<messageEvent", """<extensionElements><office:mapping><office:output target="x" expression="=whatever"/></office:mapping></extensionElements><messageEvent""", StringComparison.Ordinal);

        Assert.Equal("", Doubted(Known, Reading("outcome")));
        Assert.Equal($"{Wrong} a", Doubted(Known, Reading("anything")));
        Assert.Equal("", Doubted(Known.Replace("\"answered\"", "\"from-outside\"", StringComparison.Ordinal), Reading("anything")));
        Assert.Equal("", Doubted(mapped.Replace("\"answered\"", "\"from-outside\"", StringComparison.Ordinal), Reading("x")));
        Assert.Equal($"{Wrong} a", Doubted(mapped.Replace("\"answered\"", "\"from-outside\"", StringComparison.Ordinal), Reading("anything")));
        Assert.Equal("", Doubted($"""<userTask id="u">{Bpmn.Binding("Office.Work", ("form", "of-somebody-else"))}</userTask>""", Reading("anything")));
    }

    [Theory]
    [InlineData("resutl = \"x\"", "1文字目", "「result」")]
    [InlineData("=clientId = resutl", "13文字目", "「result」")]
    [InlineData("clientId = everythingElse", "12文字目", "外して")]
    public void It_says_where_the_name_stands_and_which_one_was_meant(string formula, string place, string fix)
    {
        var finding = Assert.Single(Found(Given, Reading(formula.Replace("\"", "&quot;", StringComparison.Ordinal))));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains(place, finding.Message, StringComparison.Ordinal);
        Assert.Contains(fix, finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&lt; nothing", "3文字目")]
    [InlineData("not(1, nothing)", "8文字目")]
    [InlineData("(1..nothing)", "5文字目")]
    public void In_a_cell_of_a_table_it_counts_the_letters_of_the_cell(string cell, string place)
    {
        var table = $"""<businessRuleTask id="a"><extensionElements><office:decisionTable hitPolicy="U"><office:input expression="=1"/><office:output name="o"/><office:rule><office:when>{cell}</office:when><office:then>1</office:then></office:rule></office:decisionTable></extensionElements></businessRuleTask>""";

        Assert.Contains(place, Assert.Single(Found("", table)).Message, StringComparison.Ordinal);
    }

    /// <summary>One of each that gives something, before the element that reads.</summary>
    private static string Given => $"""
        <userTask id="form">{Visit}</userTask>
        <sendTask id="send">{Bpmn.Binding("Office.SendMail")}</sendTask>
        <userTask id="loop">{Visit}<multiInstanceLoopCharacteristics office:collection="=[1]" office:outputCollection="results" office:outputElement="=1"/></userTask>
        <userTask id="mapped">{Visit.Replace("</extensionElements>", """<office:mapping><office:output target="taken" expression="=visitOn"/></office:mapping></extensionElements>""", StringComparison.Ordinal)}</userTask>
        <businessRuleTask id="table"><extensionElements><office:decisionTable hitPolicy="U"><office:input expression="=1"/><office:output name="months"/><office:rule><office:when>-</office:when><office:then>1</office:then></office:rule></office:decisionTable></extensionElements></businessRuleTask>
        """;

    private static string Reading(string formula) =>
        $"""<businessRuleTask id="a"><extensionElements><office:mapping><office:output target="read" expression="{formula}"/></office:mapping></extensionElements></businessRuleTask>""";

    private static string Doubted(string before, string element) =>
        string.Join('\n', Found(before, element).Select(static finding => $"{finding.Rule} {finding.Element}"));

    private static IEnumerable<Finding> Found(string before, string element)
    {
        const string Declarations = """
            <message id="answered" name="answered"/><message id="from-outside" name="from-outside"/>
            <message id="keyed" name="answered"><extensionElements><office:correlation key="=nothing"/></extensionElements></message>
            """;
        var read = BpmnReader.Read(Bpmn.File($"""<startEvent id="s"/>{before}{element}""", "", Declarations));
        Assert.Empty(read.Findings);

        return Checker.Check(Assert.Single(read.Processes), Checks.Catalogue with { Givers = Givers }).Where(static finding => finding.Rule is Wrong);
    }
}
