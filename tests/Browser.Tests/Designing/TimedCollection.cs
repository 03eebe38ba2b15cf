namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>Tests of time run alone: what runs beside them would be measured too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's own word.")]
public static class TimedCollection
{
    public const string Name = "timed";
}
