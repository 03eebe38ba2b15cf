using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace OfficeWorkflow.Server.Storage;

/// <summary>One model for contexts that see all offices, one for all others.</summary>
internal sealed class OfficeModels : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), context is OfficeDb { SeesAll: true }, designTime);
}
