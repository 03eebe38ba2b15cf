using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Element", "Business rule task")]
public class BusinessRuleTaskTests
{
    private static Scenario Table(string policy, string rules) => Scenario.Of(
        $"""
        <startEvent id="s"/><businessRuleTask id="r"><extensionElements><office:decisionTable hitPolicy="{policy}">
        <office:input expression="=age"/><office:input expression="=service"/><office:output name="months"/><office:output name="note"/>
        {rules}</office:decisionTable></extensionElements></businessRuleTask><userTask id="a"/>
        """,
        "s > r > a");

    private static string Row(string first, string second, string months, string note) =>
        $"<office:rule><office:when>{first}</office:when><office:when>{second}</office:when><office:then>{months}</office:then><office:then>{note}</office:then></office:rule>";

    private static Scenario Start(string policy, decimal age, string service, params string[] rules) =>
        Table(policy, string.Concat(rules)).Start(("age", Value.Of(age)), ("service", Value.Of(service)));

    [Fact]
    public void A_table_tells_its_answers_and_which_rule_fitted()
    {
        Start("U", 17, "home", Row("&lt; 18", "-", "1", "\"child\""), Row("[18..65)", "\"home\", \"day\"", "3", "\"adult\""), Row("&gt;= 65", "not(\"home\")", "6", "null")).Saw("""
            started s {"age":17,"service":"home"}
            t1 at s
            t1 at r
            t1 rules [17,"home"]: 1
            t1 done r
            s0 set {"months":1,"note":"child"}
            t1 at a
            w2 work a
            """);
    }

    [Theory]
    [InlineData(17, "home", "1")]
    [InlineData(18, "day", "3")]
    [InlineData(64, "home", "3")]
    [InlineData(65, "day", "6")]
    public void Cells_are_FEEL_tests(decimal age, string service, string months)
    {
        var scenario = Start("U", age, service, Row("(0..18)", "", "1", "1"), Row("[18..65)", "\"home\", \"day\"", "3", "1"), Row("&gt;= 65", "not(\"home\")", "age - 59", "1"));

        Assert.Equal(Value.Of(decimal.Parse(months, null)), scenario.State.Variables["months"]);
    }

    [Fact]
    public void The_first_that_fits_counts()
    {
        Assert.Equal(Value.Of(1m), Start("F", 10, "x", Row("&gt; 5", "-", "1", "1"), Row("&gt; 1", "-", "2", "1")).State.Variables["months"]);
    }

    [Fact]
    public void Several_may_fit_if_they_say_the_same()
    {
        Assert.Equal(Value.Of(1m), Start("A", 10, "x", Row("&gt; 5", "-", "1", "1"), Row("&gt; 1", "-", "1", "1")).State.Variables["months"]);
    }

    [Fact]
    public void All_that_fit_are_collected_and_none_is_an_empty_list()
    {
        string[] rules = [Row("&gt; 5", "-", "1", "1"), Row("&gt; 1", "-", "2", "1")];

        Assert.Equal(Value.Of(Value.Of(1m), Value.Of(2m)), Start("C", 10, "x", rules).State.Variables["months"]);
        Assert.Equal(new Value.List([]), Start("C", 0, "x", rules).State.Variables["months"]);
    }

    [Theory]
    [InlineData("U", 10, "several-rules-fit")]
    [InlineData("A", 10, "rules-disagree")]
    [InlineData("U", 0, "no-rule-fits")]
    [InlineData("F", 0, "no-rule-fits")]
    [InlineData("A", 0, "no-rule-fits")]
    public void A_table_that_gives_no_one_answer_waits_for_a_person_who_corrects_the_value(string policy, decimal age, string code)
    {
        var scenario = Start(policy, age, "x", Row("&gt; 5", "-", "1", "1"), Row("&gt; 1", "-", "2", "1"));

        Assert.Equal(code, Assert.Single(scenario.State.StuckTokens).Trouble!.Code);
        scenario.Retry("t1", ("age", Value.Of(3m)));
        Assert.Equal(Value.Of(2m), scenario.State.Variables["months"]);
    }

    [Fact]
    public void Without_a_table_it_is_its_mapping()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><businessRuleTask id="r"><extensionElements><office:mapping><office:output target="months" expression="=if age &lt; 18 then 1 else 6"/></office:mapping></extensionElements></businessRuleTask><userTask id="a"/>
            """,
            "s > r > a").Start(("age", Value.Of(10m)));

        Assert.Equal(Value.Of(1m), scenario.State.Variables["months"]);
    }
}
