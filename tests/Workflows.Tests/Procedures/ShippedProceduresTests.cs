using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

public sealed class ShippedProceduresTests
{
    private static readonly XNamespace Drawing = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Bounds = "http://www.omg.org/spec/DD/20100524/DC";

    public static TheoryData<string> Keys { get; } = [.. BuiltIns.All.Select(static procedure => procedure.Key)];

    [Fact]
    public void The_five_procedures_of_the_trade_are_shipped() =>
        Assert.Equal(
            ["consent", "meeting", "monitoring", "monitoring-round", "plan-creation"],
            BuiltIns.All.Select(static procedure => procedure.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_is_read_without_findings_as_the_process_of_its_key(string key)
    {
        var result = BpmnReader.Read(Shipped.Procedure(key).Source);

        Assert.Empty(result.Findings);
        Assert.Equal(key, Assert.Single(result.Processes).Id);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_can_be_published_as_it_is(string key)
    {
        var catalogue = new StepCatalogue(
            [
                "Office.Work", "Office.SendMail", "Office.DeliveryList", "Office.MonitoringDue", "Office.RequestConsent", "Office.RemindConsent", "Office.ExpireConsent",
                "Office.AskAvailability", "Office.RemindAvailability", "Office.InviteToMeeting", "Office.AskOpinion", "Office.CirculateMinutes",
            ],
            [.. BuiltIns.All.SelectMany(static procedure => procedure.Forms.Keys)],
            [.. BuiltIns.All.Select(static procedure => procedure.Key)],
            ["administrator", "manager", "specialist", "assistant", "clerk", "auditor"]);

        Assert.Empty(Checker.Check(Bpmn.Read(Shipped.Procedure(key).Source), catalogue));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_element_and_every_flow_is_drawn(string key)
    {
        var process = Bpmn.Read(Shipped.Procedure(key).Source);
        var drawn = XDocument.Parse(Shipped.Procedure(key).Source).Descendants()
            .Where(static element => element.Name == Drawing + "BPMNShape" || element.Name == Drawing + "BPMNEdge")
            .Select(static element => (string)element.Attribute("bpmnElement")!)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(process.Nodes.Select(static node => node.Id).Except(drawn, StringComparer.Ordinal));
        Assert.Empty(Frames(process).SelectMany(static frame => frame.Flows).Select(static flow => flow.Id).Except(drawn, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_two_tasks_are_drawn_over_one_another(string key)
    {
        var process = Bpmn.Read(Shipped.Procedure(key).Source);
        var tasks = process.Nodes.OfType<Activity>().Where(static node => node is not SubProcess).Select(static node => node.Id).ToHashSet(StringComparer.Ordinal);
        var boxes = XDocument.Parse(Shipped.Procedure(key).Source).Descendants(Drawing + "BPMNShape")
            .Where(shape => tasks.Contains((string)shape.Attribute("bpmnElement")!))
            .Select(static shape => (Id: (string)shape.Attribute("bpmnElement")!, Box: Box(shape.Element(Bounds + "Bounds")!)))
            .ToList();

        var overlaps =
            from one in boxes
            from other in boxes
            where string.CompareOrdinal(one.Id, other.Id) < 0 && one.Box.IntersectsWith(other.Box)
            select $"{one.Id} and {other.Id}";

        Assert.Empty(overlaps);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Who_does_what_is_said_by_the_lanes(string key)
    {
        var process = Bpmn.Read(Shipped.Procedure(key).Source);

        Assert.All(process.Nodes, static node => Assert.NotNull(node.Role));
    }

    [Fact]
    public void Every_form_that_a_task_names_is_shipped()
    {
        var forms = BuiltIns.All.SelectMany(static procedure => procedure.Forms.Keys).ToHashSet(StringComparer.Ordinal);
        var named = BuiltIns.All.SelectMany(static procedure => Bpmn.Read(procedure.Source).Nodes.OfType<UserTask>())
            .Select(static task => (task.Id, Form: (task.Binding?.Input("form")?.Constant as Value.Text)?.Content));

        Assert.DoesNotContain(named, task => task.Form is null || !forms.Contains(task.Form));
    }

    [Fact]
    public void Every_mail_that_a_task_names_is_shipped()
    {
        var mails = typeof(BuiltIns).Assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".hbs", StringComparison.Ordinal))
            .Select(static name => Path.GetFileNameWithoutExtension(name))
            .ToHashSet(StringComparer.Ordinal);
        var named = BuiltIns.All.SelectMany(static procedure => Bpmn.Read(procedure.Source).Nodes.OfType<SendTask>())
            .Select(static task => task.Binding?.Input("template")?.Constant)
            .OfType<Value.Text>()
            .Select(static text => text.Content);

        Assert.Empty(named.Except(mails, StringComparer.Ordinal));
    }

    private static IEnumerable<Scope> Frames(Process process) => [process.Root, .. process.Nodes.OfType<SubProcess>().Select(static node => node.Inner)];

    private static System.Drawing.Rectangle Box(XElement bounds) =>
        new((int)bounds.Attribute("x")!, (int)bounds.Attribute("y")!, (int)bounds.Attribute("width")!, (int)bounds.Attribute("height")!);
}
