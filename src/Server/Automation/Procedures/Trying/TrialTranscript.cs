using System.Collections.ObjectModel;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>The facts of a trial run as sentences: who gets which work and which mail, and when.</summary>
internal sealed class TrialTranscript(TrialGround ground, TrialSamples samples)
{
    private const string SendMail = "Office.SendMail";

    public IEnumerable<TrialView.Line> Of(Trial trial) =>
        from fact in trial.Facts
        let process = trial.Cases[fact.Case - 1].Process
        from line in Of(fact, process)
        select line;

    public IEnumerable<TrialView.Line> Of(TrialFact fact, Process process)
    {
        foreach (var happened in fact.Events)
        {
            if (Sentence(happened, fact, process) is { } told)
            {
                var isDrafts = PartOf(process) is null;
                var entry = new TimelineEntry(fact.At, told.Kind, told.Text, Who: null, Address: null, PartOf(process));
                yield return new TrialView.Line(
                    JapaneseEra.Long(JapaneseEra.DayInTokyo(fact.At)), JapaneseEra.Clock(fact.At), entry.KindLabel, told.Text, entry.Part, isDrafts ? told.Node : null);
            }
        }
    }

    public string? PartOf(Process process) => string.Equals(process.Id, ground.Process.Id, StringComparison.Ordinal) ? null : NameOf(process);

    public static string NameOf(Process process) => process.Name.Length > 0 ? process.Name : process.Id;

    private (TimelineKind Kind, string Text, string? Node)? Sentence(CaseEvent happened, TrialFact fact, Process process)
    {
        if (happened is CaseEvent.ServiceCalled called && Mail(called, fact, process) is { } mail)
        {
            return (TimelineKind.Mail, mail, called.NodeId);
        }

        return new Storytelling(process, ReadOnlyDictionary<string, string>.Empty, isWhole: true).Sentence(happened, by: null) is { } told ? (told.Kind, told.Text, NodeOf(happened)) : null;
    }

    /// <summary>The mail that would leave; null for a service that sends none.</summary>
    private string? Mail(CaseEvent.ServiceCalled called, TrialFact fact, Process process)
    {
        var inputs = fact.Effects.OfType<Effect.CallService>().FirstOrDefault(call => string.Equals(call.CallId, called.CallId, StringComparison.Ordinal))?.Inputs ?? Value.Record.Empty;
        var stand = samples.Services.GetValueOrDefault(called.Type);
        var wording = called.Type is SendMail ? (inputs["template"] as Value.Text)?.Content : stand?.Wording;
        if (wording is null)
        {
            return null;
        }

        var to = called.Type is SendMail ? Recipients(inputs) : stand?.To;
        var subject = ground.Subjects.GetValueOrDefault(wording, wording);
        return $"「{process.Find(called.NodeId)?.Label ?? called.NodeId}」で、{to ?? "宛先が決まらないまま"}へメール「{subject}」が出ます。";
    }

    private static string? Recipients(Value.Record inputs) => (inputs["to"], inputs["toRole"]) switch
    {
        (Value.Record one, _) => Recipient(one),
        (Value.List { Items.Length: > 0 } list, _) => string.Join("、", list.Items.OfType<Value.Record>().Select(Recipient)),
        (_, Value.Text role) => $"{Roles.NameOf(role.Content)}の全員",
        _ => null,
    };

    private static string Recipient(Value.Record one) => (one["name"], one["role"]) switch
    {
        (Value.Text name, _) => name.Content,
        (_, Value.Text role) => $"{Roles.NameOf(role.Content)}の全員",
        _ => "ご担当者",
    };

    private static string? NodeOf(CaseEvent happened) => happened switch
    {
        CaseEvent.WorkOpened work => work.NodeId,
        CaseEvent.WorkClosed work => work.NodeId,
        CaseEvent.ServiceEnded service => service.NodeId,
        CaseEvent.TimerFired timer => timer.NodeId,
        CaseEvent.MessageTaken message => message.NodeId,
        CaseEvent.WayChosen way => way.NodeId,
        CaseEvent.CaseCalled call => call.NodeId,
        CaseEvent.CallEnded call => call.NodeId,
        CaseEvent.Stuck stuck => stuck.NodeId,
        _ => null,
    };
}
