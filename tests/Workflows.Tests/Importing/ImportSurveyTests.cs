using OfficeWorkflow.Workflows.Importing;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Importing;

public sealed class ImportSurveyTests
{
    [Fact]
    public void Of_a_shipped_procedure_everything_is_kept()
    {
        foreach (var shipped in BuiltIns.All)
        {
            Assert.All(ImportSurvey.Of(shipped.Source, shipped.Key), static construct => Assert.Equal(Treatment.Kept, construct.Treatment));
        }
    }

    [CorpusFact]
    public void Every_interchange_model_is_told_and_takes_another_key_without_another_change()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Corpus.Folder, "miwg", "Reference"), "*.bpmn", SearchOption.AllDirectories))
        {
            var source = File.ReadAllText(file);
            foreach (var (id, _) in ImportSurvey.Processes(source))
            {
                Assert.NotEmpty(ImportSurvey.Of(source, id));
                var renamed = ProcessId.Rename(source, id, "imported-here");
                Assert.Equal(source, renamed is null ? null : ProcessId.Rename(renamed, "imported-here", id));
            }
        }
    }
}
