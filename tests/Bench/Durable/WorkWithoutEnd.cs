using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>A case that a client finishes step by step: each finished work item opens the next.</summary>
internal sealed class WorkWithoutEnd(BenchOffice office, CaseFile file)
{
    public const string Key = "work-without-end";

    public const string Source = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" targetNamespace="urn:officeworkflow:bench">
          <process id="work-without-end" name="終わらない作業" isExecutable="true">
            <startEvent id="start"/>
            <sequenceFlow id="start--work" sourceRef="start" targetRef="work"/>
            <userTask id="work" name="作業">
              <extensionElements>
                <elsa:activityBinding activityType="Office.Work">
                  <elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"work"}}</elsa:input>
                </elsa:activityBinding>
              </extensionElements>
            </userTask>
            <sequenceFlow id="work--work" sourceRef="work" targetRef="work"/>
          </process>
        </definitions>
        """;

    private string open = CaseFormat.Read(file.State).Waits[0].Id;

    /// <summary>One request: a context of its own, the input told, the next work item committed.</summary>
    public async Task StepAsync()
    {
        await using var db = office.Db();
        var input = new Input.WorkFinished(TimeProvider.System.GetUtcNow(), open, Value.Record.Empty);

        open = await office.Runner.TellAsync(db, file.Id, input, CancellationToken.None) is Outcome<CaseFile>.Done done
            ? CaseFormat.Read(done.Value.State).Waits[0].Id
            : throw new InvalidOperationException("The work could not be finished.");
    }
}
