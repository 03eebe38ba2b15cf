using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Importing;

/// <summary>Gives a process of a .bpmn text another id and leaves every other character alone.</summary>
public static class ProcessId
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(2);

    /// <summary>Null where the text does not allow it.</summary>
    public static string? Rename(string source, string from, string to)
    {
        if (string.Equals(from, to, StringComparison.Ordinal))
        {
            return source;
        }

        try
        {
            var old = Regex.Escape(from);
            var renamed = Regex.Replace(
                source, $@"(?<head><(?:[\w.-]+:)?process\b[^>]*?\sid\s*=\s*[""'])(?:{old})(?=[""'])", match => match.Groups["head"].Value + to, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Most);
            renamed = Regex.Replace(
                renamed, $@"(?<head>\b(?:processRef|bpmnElement)\s*=\s*[""'](?:[\w.-]+:)?)(?:{old})(?=[""'])", match => match.Groups["head"].Value + to, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Most);
            var read = BpmnReader.Read(renamed).Processes;

            return read.Any(process => string.Equals(process.Id, to, StringComparison.Ordinal)) && read.Length == BpmnReader.Read(source).Processes.Length ? renamed : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
