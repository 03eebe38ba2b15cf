using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>Which rules of the standard (BPMN 2.0.2, chapter 13) a marking enables. Any of them may be the next one.</summary>
internal static class Rules
{
    public static IEnumerable<Action<Turn>> Enabled(Marking marking)
    {
        if (marking.End is not null)
        {
            return [];
        }

        return marking.Actives.Where(static active => active.Phase is Phase.Ready or Phase.Completing or Phase.Completed).Select(OfInstance)
            .Concat(marking.Tokens.Where(token => IsEnabled(marking, token)).Select(OfToken))
            .Concat(marking.Frames.Where(frame => IsEmpty(marking, frame)).Select(static frame => (Action<Turn>)(turn => Frames.Complete(turn, frame))));
    }

    /// <summary>13.3.1: a token on a flow enables its target; the joining gateways have rules of their own.</summary>
    private static bool IsEnabled(Marking marking, OnFlow token) => token.Flow.Target switch
    {
        ParallelGateway node => Gateways.IsParallelEnabled(marking, token.Frame, node),
        InclusiveGateway node => Gateways.IsInclusiveEnabled(marking, token.Frame, node),
        _ => true,
    };

    private static Action<Turn> OfToken(OnFlow token) => token.Flow.Target switch
    {
        ParallelGateway node => turn => Gateways.Fork(turn, token.Frame, node),
        InclusiveGateway node => turn => Gateways.ForkSome(turn, token.Frame, node),
        _ => turn => Consume(turn, token),
    };

    private static Action<Turn> OfInstance(Active active) => active.Phase switch
    {
        Phase.Ready => turn => Begin(turn, active),
        Phase.Completing => turn => Activities.AfterOnce(turn, active),
        _ => turn => Ways.Leave(turn, active),
    };

    private static void Consume(Turn turn, OnFlow token)
    {
        turn.Marking.Tokens.Remove(token);
        var active = new Active(token.No, token.Frame, token.Flow.Target, Phase.Active);
        turn.Marking.Actives.Add(active);
        switch (active.Node)
        {
            case Activity node:
                Activities.Enter(turn, active, node);
                break;
            case ExclusiveGateway:
                Gateways.Choose(turn, active);
                break;
            case EventBasedGateway:
                Gateways.AwaitAll(turn, active);
                break;
            default:
                Events.Reach(turn, active, (EventNode)active.Node);
                break;
        }
    }

    private static void Begin(Turn turn, Active active)
    {
        switch (active.Node)
        {
            case StartEvent start:
                Events.Start(turn, active, start);
                break;
            case Activity node:
                Activities.Run(turn, active, node);
                break;
        }
    }

    /// <summary>13.3.4: a subprocess, and 13.2: a process, is done when no token is left in it and none of its activities is active.</summary>
    private static bool IsEmpty(Marking marking, Frame frame) =>
        frame.Inner is not null
        && marking.Tokens.TrueForAll(token => token.Frame != frame.No)
        && marking.Actives.TrueForAll(active => active.Frame != frame.No);
}
