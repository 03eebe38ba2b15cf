using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Indexes that only one kind of database has use for.</summary>
internal static class IndexOfOneProvider
{
    private const string Mark = "OfficeWorkflow:OnlyOn";

    public static IndexBuilder<TRow> OnlyOn<TRow>(this IndexBuilder<TRow> index, DatabaseProvider provider) =>
        index.HasAnnotation(Mark, provider.ToString());

    /// <summary>Takes those of the others out of the model.</summary>
    public static void Keep(IMutableModel model, DatabaseProvider provider)
    {
        foreach (var index in model.GetEntityTypes().SelectMany(static row => row.GetIndexes()).Where(index => IsOfAnother(index, provider)).ToList())
        {
            index.DeclaringEntityType.RemoveIndex(index);
        }
    }

    private static bool IsOfAnother(IReadOnlyIndex index, DatabaseProvider provider) =>
        index.FindAnnotation(Mark)?.Value is string only && !string.Equals(only, provider.ToString(), StringComparison.Ordinal);
}
