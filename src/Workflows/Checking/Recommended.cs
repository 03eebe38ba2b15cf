using OfficeWorkflow.Workflows.Checking.Rules;
using OfficeWorkflow.Workflows.Checking.Rules.Catalogue;
using OfficeWorkflow.Workflows.Checking.Rules.Events;
using OfficeWorkflow.Workflows.Checking.Rules.Reading;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>The rules of every office. A new rule is one file in Rules and one line here.</summary>
internal static class Recommended
{
    public static readonly IReadOnlyList<Func<Process, StepCatalogue, IEnumerable<Finding>>> Rules =
    [
        (process, _) => OnlyWhatTheEngineRuns.Check(process),
        (process, _) => OneBlankStart.Check(process),
        (process, _) => NoDisconnectedNode.Check(process),
        (process, _) => EveryElementReachable.Check(process),
        (process, _) => EveryWayEnds.Check(process),
        (process, _) => JoinCanFire.Check(process),
        (process, _) => EventsKeepTheirSide.Check(process),
        (process, _) => NoImplicitMerge.Check(process),
        (process, _) => NoLoopWithoutWait.Check(process),
        (process, _) => DefaultFlowLeavesItsNode.Check(process),
        (process, _) => EveryWayHasACondition.Check(process),
        (process, _) => FormulasAreReadable.Check(process),
        ConditionReadsKnownVariables.Check,
        (process, _) => TimerIsReadable.Check(process),
        (process, _) => CycleOnlyWhereItMayRepeat.Check(process),
        (process, _) => BoundaryHasOneTrigger.Check(process),
        (process, _) => EventGatewayWaitsForEvents.Check(process),
        (process, _) => MessageHasAName.Check(process),
        (process, _) => ErrorHasACode.Check(process),
        (process, _) => SignalHasAName.Check(process),
        (process, _) => ConditionalEventHasACondition.Check(process),
        (process, _) => CompensationHasItsHandler.Check(process),
        (process, _) => AdHocHoldsActivities.Check(process),
        (process, _) => DecisionTableIsWhole.Check(process),
        (process, _) => LinkHasItsOtherEnd.Check(process),
        (process, _) => LoopHasACollection.Check(process),
        FormExists.Check,
        RoleIsKnown.Check,
        StepIsKnown.Check,
        CallNamesAProcedure.Check,
    ];
}
