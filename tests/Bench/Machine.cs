using System.Runtime.InteropServices;

namespace OfficeWorkflow.Bench;

/// <summary>Where a figure was measured.</summary>
internal static class Machine
{
    public static string Conditions { get; } = $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}";
}
