using System.Diagnostics;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Fuzzing;

/// <summary>What it cost to read and check one file.</summary>
/// <param name="Megabytes">All that was allocated on the way: the memory in use was never more.</param>
internal sealed record Reading(TimeSpan Time, double Megabytes, int Findings)
{
    private static readonly StepCatalogue Catalogue = new(["Office.SendMail"], ["visit"], ["consent"], ["specialist"]);

    public static Reading Of(string xml)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var read = BpmnReader.Read(xml);
        var time = clock.Elapsed;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        var findings = read.Findings.Length;
        if (xml.Length < 100_000)
        {
            findings += read.Processes.Sum(static process => Checker.Check(process, Catalogue).Length);
        }

        return new Reading(time, megabytes, findings);
    }
}
