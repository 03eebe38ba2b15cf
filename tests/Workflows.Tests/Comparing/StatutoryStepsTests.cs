using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Comparing;

public class StatutoryStepsTests
{
    private const string Mark = """<extensionElements><office:statutory law="法"/></extensionElements>""";
    private const string Step = $"""<userTask id="law">{Mark}</userTask>""";
    private const string Each = """<multiInstanceLoopCharacteristics office:collection="=people" office:elementVariable="person"/>""";
    private const string EachStep = $"""<userTask id="law">{Mark}{Each}</userTask>""";

    private static string File(string step) => Bpmn.File($"""<startEvent id="s"/>{step}<endEvent id="e"/>""", "");

    private static IEnumerable<string> Check(string shipped, string draft) => StatutorySteps.Check("p", shipped, draft).Select(static finding => finding.Rule);

    [Fact]
    public void A9_A_step_in_another_process_of_the_file_is_not_there()
    {
        var moved = File("").Replace("</definitions>", $"""<process id="attic">{Step}</process></definitions>""", StringComparison.Ordinal);

        Assert.Equal(["statutory-steps-stay"], Check(File(Step), moved));
    }

    [Theory]
    [InlineData("""<userTask id="law"><multiInstanceLoopCharacteristics office:collection="=[]"/></userTask>""")]
    [InlineData("""<userTask id="law"><multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics></userTask>""")]
    [InlineData("""<userTask id="law"><standardLoopCharacteristics testBefore="true"><loopCondition>false</loopCondition></standardLoopCharacteristics></userTask>""")]
    [InlineData("""<userTask id="law" isForCompensation="true"/>""")]
    [InlineData("""<subProcess id="part"><userTask id="law"/><multiInstanceLoopCharacteristics office:collection="=[]"/></subProcess>""")]
    [InlineData("""<adHocSubProcess id="part"><userTask id="law"/><completionCondition>true</completionCondition></adHocSubProcess>""")]
    [InlineData("""<subProcess id="part" triggeredByEvent="true"><userTask id="law"/></subProcess>""")]
    public void A9_A_step_that_was_done_once_is_not_done_for_each_of_a_list_or_on_a_condition(string step) =>
        Assert.Equal(["statutory-steps-stay"], Check(File(Step), File(step)));

    [Theory]
    [InlineData("\"=people\"", "\"=[]\"")]
    [InlineData("\"person\"", "\"somebody\"")]
    [InlineData("\"person\"/>", "\"person\"><completionCondition>true</completionCondition></multiInstanceLoopCharacteristics>")]
    [InlineData(Each, "")]
    public void A9_A_step_that_was_done_for_each_of_a_list_is_done_for_each_of_the_same_list(string law, string other) =>
        Assert.Equal(["statutory-steps-stay"], Check(File(EachStep), File(EachStep).Replace(law, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData(Step, """<subProcess id="part"><userTask id="law"/></subProcess>""")]
    [InlineData(EachStep, """<userTask id="law"><multiInstanceLoopCharacteristics office:collection="=people" office:elementVariable="person" office:outputCollection="answers" office:outputElement="=answer"/></userTask>""")]
    public void A_step_may_lie_in_a_part_and_its_answers_may_be_collected(string law, string now) => Assert.Empty(Check(File(law), File(now)));
}
