using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Comparing;

public class DifferTests
{
    private const string Plain = """<startEvent id="s"/><userTask id="a" name="下書き"/><userTask id="b" name="送る"/><endEvent id="e"/>""";

    private static string Reminder(string duration) => Bpmn.File(
        $"""<startEvent id="s"/><userTask id="a" name="返事"/><boundaryEvent id="r" name="催促" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e"/>""",
        "s > a > e\nr > e");

    private static string[] Said(string before, string after, Words? words = null) =>
        [.. Differ.Compare(before, after, "p", words ?? Words.None).Differences.Select(static difference => difference.Sentence)];

    [Theory]
    [InlineData("working days(3)", "working days(5)", "催促：3営業日後 → 5営業日後")]
    [InlineData("PT24H", "P14D", "催促：24時間後 → 14日後")]
    [InlineData("P1M", "P1Y6M", "催促：1か月後 → 1年6か月後")]
    [InlineData("P1D", "=add(waitDays)", "催促：1日後 → 式「add(waitDays)」")]
    public void J6_A_timer_is_said_as_the_office_says_it(string before, string after, string sentence) =>
        Assert.Equal([sentence], Said(Reminder(before), Reminder(after)));

    [Fact]
    public void What_comes_between_two_steps_is_said_with_what_is_set_on_it()
    {
        var after = Bpmn.File(
            $"""<laneSet id="ls"><lane id="l" name="管理者"><extensionElements><office:role key="manager"/></extensionElements><flowNodeRef>ok</flowNodeRef></lane></laneSet>{Plain}<userTask id="ok" name="承認する">{Bpmn.Binding("Office.Work", ("form", "approval"), ("dueAt", "=add working days(today(), 2)"))}</userTask>""",
            "s > a > ok > b > e");
        var words = Words.None with
        {
            Known = ImmutableDictionary<(WordKind, string), string>.Empty.Add((WordKind.Role, "manager"), "管理者").Add((WordKind.Form, "approval"), "承認"),
        };

        Assert.Equal(
            [
                "役割の列「管理者」を足しました。",
                "「下書き」から「承認する」への道を足しました。",
                "「承認する」を足しました(作業、だれがするか：管理者、様式：「承認」、期限：2営業日以内)。",
                "「承認する」から「送る」への道を足しました。",
                "「下書き」から「送る」への道を消しました。",
            ],
            Said(Bpmn.File(Plain, "s > a > b > e"), after, words));
    }

    [Fact]
    public void A_condition_is_said_with_the_words_of_the_form()
    {
        var words = Words.None with
        {
            Known = ImmutableDictionary<(WordKind, string), string>.Empty.Add((WordKind.Field, "result"), "結果").Add((WordKind.Option, "result=renewal"), "終期月更新"),
        };
        static string File(string condition) => Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="g" name="結果"/><endEvent id="e"/>""", $"s > g\ng > e : {condition}");

        Assert.Equal(
            ["「結果」から「e」への道の進む条件：「結果」が「終期月更新」 → 「結果」が「終期月更新」 かつ 「age」が「18」以上"],
            Said(File("result = \"renewal\""), File("result = \"renewal\" and age >= 18"), words));
    }

    [Theory]
    [InlineData("F", "a b c", "b a c", "「選ぶ」の表の行の順(変える前の行の番号で)：1、2、3 → 2、1、3")]
    [InlineData("C", "a b c", "c a b", "「選ぶ」の表の行の順(変える前の行の番号で)：1、2、3 → 3、1、2")]
    [InlineData("F", "a b c", "c a", "「選ぶ」の表の2行目：b のとき 2 → なし", "「選ぶ」の表の行の順(変える前の行の番号で)：1、3 → 3、1")]
    [InlineData("F", "a b", "a c b", "「選ぶ」の表の2行目：なし → c のとき 3")]
    [InlineData("U", "a b c", "b a c")]
    [InlineData("A", "a b c", "b a c")]
    public void Rows_that_changed_places_are_said_where_the_answer_depends_on_their_order(string policy, string before, string after, params string[] sentences)
    {
        string File(string rows) => Bpmn.File(
            $"""<startEvent id="s"/><businessRuleTask id="t" name="選ぶ"><extensionElements><office:decisionTable hitPolicy="{policy}"><office:input expression="age"/><office:output name="kind"/>{string.Concat(rows.Split(' ').Select(static row => $"<office:rule id=\"r-{row}\"><office:when>{row}</office:when><office:then>{row[0] - 'a' + 1}</office:then></office:rule>"))}</office:decisionTable></extensionElements></businessRuleTask><endEvent id="e"/>""",
            "s > t > e");

        Assert.Equal(sentences.Order(StringComparer.Ordinal), Said(File(before), File(after)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void K5_A_lane_that_is_given_to_another_role_says_so_once()
    {
        static string File(string role) => Bpmn.File(
            $"""<laneSet id="ls"><lane id="l" name="列"><extensionElements><office:role key="{role}"/></extensionElements><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane></laneSet>{Plain}""",
            "s > a > b > e");

        Assert.Equal(["役割の列「列」の役割：clerk → manager"], Said(File("clerk"), File("manager")));
    }

    [Fact]
    public void What_is_only_drawn_elsewhere_is_reported_apart()
    {
        var source = BuiltIns.All.Single(static procedure => procedure.Key is "monitoring").Source;
        var x = source.IndexOf("<dc:Bounds x=\"", source.IndexOf("bpmnElement=\"visit\"", StringComparison.Ordinal), StringComparison.Ordinal) + "<dc:Bounds x=\"".Length;
        var moved = Differ.Compare(source, source.Insert(x, "9"), "monitoring", Words.None);

        Assert.Equal("visit", Assert.Single(moved.Moved));
        Assert.True(moved.IsLayoutOnly);
        Assert.True(Differ.Compare(source, source, "monitoring", Words.None).IsSame);
    }

    [Fact]
    public void How_a_text_is_written_makes_no_difference()
    {
        var source = Bpmn.File("""<startEvent id="s"/><userTask id="a" name="x"/><userTask id="b"/>""", "s > a > b");
        var other = source.Replace("id=\"a\" name=\"x\"", "name='x'   id='a'", StringComparison.Ordinal).Replace("<userTask id=\"b\"/>", "<userTask id=\"b\"></userTask>\n\n", StringComparison.Ordinal);

        Assert.True(Differ.Compare(source, other, "p", Words.None).IsSame);
    }

    [Fact]
    public void A_text_that_cannot_be_read_has_nothing_and_breaks_nothing()
    {
        var source = Bpmn.File(Plain, "s > a > b > e");

        Assert.All(Differ.Compare("<nothing", source, "p", Words.None).Differences, static difference => Assert.Equal(DifferenceKind.Added, difference.Kind));
        Assert.True(Differ.Compare("<nothing", "", "p", Words.None).IsSame);
    }
}
