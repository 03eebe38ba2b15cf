using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

[Trait("Trap", "27")]
public class OrderIndependenceTests
{
    private const string Elements = """
        <startEvent id="s"/><parallelGateway id="f"/><userTask id="a" default="a-e"/><userTask id="b"/><exclusiveGateway id="x"/><parallelGateway id="j"/><endEvent id="e"/>
        <subProcess id="p1"><startEvent id="s1"/><userTask id="u"/><endEvent id="e1"/><endEvent id="e2"/>
        <sequenceFlow id="s1-u" sourceRef="s1" targetRef="u"/><sequenceFlow id="u-e1" sourceRef="u" targetRef="e1"/><sequenceFlow id="u-e2" sourceRef="u" targetRef="e2"/></subProcess>
        <boundaryEvent id="t1" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
        <boundaryEvent id="t2" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition></boundaryEvent>
        """;

    private const string Flows = """
        s > f
        f > a
        f > b > x
        f > p1 > j
        a > e
        a > j : n = 1
        a > x : n > 0
        x > j
        t1 > e
        t2 > e
        j > e
        """;

    [Fact]
    public void The_order_of_elements_in_the_file_changes_nothing()
    {
        var file = Bpmn.File(Elements, Flows);
        var expected = Play(file);

        for (var seed = 0; seed < 30; seed++)
        {
            Assert.Equal(expected, Play(Shuffle(file, seed)));
        }
    }

    private static string Play(string file)
    {
        var scenario = new Scenario(Bpmn.Read(file)).Start(("n", Value.Of(1m)));

        return scenario.At(1, 20).Fire("t1").Finish("u").Finish("b").Finish("a").ToString() + scenario.Stored;
    }

    private static string Shuffle(string file, int seed)
    {
        var random = new Random(seed);
        var document = XDocument.Parse(file);
        foreach (var container in document.Descendants().Where(static element => element.Name.LocalName is "process" or "subProcess").ToList())
        {
            var children = container.Elements().ToArray();
            random.Shuffle(children);
            container.ReplaceNodes(children);
        }

        return document.ToString();
    }
}
