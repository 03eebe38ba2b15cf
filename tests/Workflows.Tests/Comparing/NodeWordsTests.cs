using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Comparing;

public class NodeWordsTests
{
    [Theory]
    [InlineData("a", "面接する")]
    [InlineData("g", "「面接する」のあとの条件で分ける")]
    [InlineData("e", "「面接する」のあとの終わり")]
    [InlineData("s", "始まり")]
    [InlineData("x", "外での作業")]
    public void An_element_without_a_name_is_called_by_what_it_is_and_behind_what_it_stands(string id, string said)
    {
        var process = Bpmn.Read(Bpmn.File(
            """<startEvent id="s"/><userTask id="a" name="面接する"/><exclusiveGateway id="g"/><endEvent id="e"/><manualTask id="x"/>""",
            "s > a > g > e\nx > x"));

        Assert.Equal(said, NodeWords.Of(process.Node(id)));
    }
}
