using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>Whether a diagram could be published as the procedure of a key.</summary>
public static class CheckDraft
{
    private const int LongestSource = 5_000_000;

    public static DraftCheck Handle(string key, string source)
    {
        if (source.Length > LongestSource || source.Contains('\0', StringComparison.Ordinal))
        {
            return new DraftCheck(null, [new Finding("file-is-bpmn", Severity.Error, null, "ファイルが大きすぎるか、BPMN の文書ではありません。", "BPMN 2.0 の XML を選んでください。")]);
        }

        var result = BpmnReader.Read(source.TrimStart('\uFEFF'));
        if (result.Processes.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal)) is not { } process)
        {
            return new DraftCheck(null,
            [
                .. result.Findings,
                new Finding("process-has-the-key", Severity.Error, null, $"この図には手続き「{key}」(プロセスのID)がありません。", "プロセスのIDを手続きのキーと同じにしてください。"),
            ]);
        }

        return new DraftCheck(process, result.Findings);
    }
}
