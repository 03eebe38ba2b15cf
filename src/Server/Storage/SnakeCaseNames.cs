using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OfficeWorkflow.Server.Storage;

/// <summary>Tables and columns are written <c>like_this</c> where a mapping does not name them itself.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(static entity => !entity.IsMappedToJson()))
        {
            if (entity.BaseType is null && !entity.IsOwned())
            {
                entity.Builder.ToTable(Of(entity.GetTableName()!));
            }

            NameColumns(entity);
        }
    }

    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var startsWord = char.IsUpper(name[at]) && at > 0 && name[at - 1] != '_' && !char.IsUpper(name[at - 1]);
            _ = startsWord ? snake.Append('_') : snake;
            snake.Append(char.ToLowerInvariant(name[at]));
        }

        return snake.ToString();
    }

    private static void NameColumns(IConventionTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.Builder.HasColumnName(Of(property.GetColumnName()));
        }

        foreach (var complex in type.GetDeclaredComplexProperties().Where(static complex => !complex.ComplexType.IsMappedToJson()))
        {
            NameColumns(complex.ComplexType);
        }
    }
}
