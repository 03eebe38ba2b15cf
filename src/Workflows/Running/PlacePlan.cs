using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>What would become of a case if one of its tokens were put elsewhere.</summary>
/// <param name="Ends">What is waited for now and would be no more.</param>
/// <param name="Begins">What would be waited for.</param>
/// <param name="Requests">What would be asked of others and is not waited for: messages and signals that leave.</param>
/// <param name="Stuck">Tokens that would not go on by themselves.</param>
/// <param name="End">Set where the case would come to its end.</param>
public sealed record PlacePlan(
    ImmutableArray<Wait> Ends, ImmutableArray<Wait> Begins, ImmutableArray<Effect> Requests, ImmutableArray<Token> Stuck, CaseEnd? End);
