using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>A trial run, abbreviated to what matters: the form in which it is kept as a test.</summary>
public static class Landmarks
{
    public static ImmutableArray<Landmark> Of(Trial trial, WorkCalendar calendar) =>
    [
        .. from fact in trial.Facts
           let process = trial.Cases[fact.Case - 1].Process
           let day = CivilTime.DayOf(fact.At, calendar.Zone)
           from happened in fact.Events
           let landmark = Of(happened, fact, process, day)
           where landmark is not null
           select landmark,
    ];

    /// <summary>Place of the first landmark that is not the same, from 0; null when all are.</summary>
    public static int? FirstDifference(IReadOnlyList<Landmark> expected, IReadOnlyList<Landmark> seen)
    {
        var most = Math.Max(expected.Count, seen.Count);
        for (var place = 0; place < most; place++)
        {
            if (place >= expected.Count || place >= seen.Count || !expected[place].IsSame(seen[place]))
            {
                return place;
            }
        }

        return null;
    }

    private static Landmark? Of(CaseEvent happened, TrialFact fact, Process process, DateOnly on)
    {
        return happened switch
        {
            CaseEvent.WorkOpened work => At(LandmarkKind.Work, work.NodeId, work.Role ?? ""),
            CaseEvent.WorkClosed { End: not WorkEnd.Finished } work => At(LandmarkKind.NotNeeded, work.NodeId, work.End.ToString()),
            CaseEvent.ServiceCalled service => At(LandmarkKind.Service, service.NodeId, $"{service.Type} {WordingOf(fact, service.CallId)}".TrimEnd()),
            CaseEvent.CaseCalled call => At(LandmarkKind.Call, call.NodeId, call.Procedure),
            CaseEvent.MessageSent message => At(LandmarkKind.Message, message.NodeId, message.MessageName),
            CaseEvent.Stuck stuck => At(LandmarkKind.Stuck, stuck.NodeId, stuck.Code),
            CaseEvent.Ended ended => new Landmark(on, LandmarkKind.Ended, process.Id, process.Id, process.Name, ended.End.ToString()),
            _ => null,
        };

        Landmark At(LandmarkKind kind, string nodeId, string detail) =>
            new(on, kind, process.Id, nodeId, process.Find(nodeId)?.Label ?? nodeId, detail);
    }

    private static string WordingOf(TrialFact fact, string callId) => fact.Effects
        .OfType<Effect.CallService>()
        .Where(call => string.Equals(call.CallId, callId, StringComparison.Ordinal))
        .Select(static call => (call.Inputs["template"] as Value.Text)?.Content)
        .FirstOrDefault() ?? "";
}
