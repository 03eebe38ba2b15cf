using Microsoft.EntityFrameworkCore;

namespace OfficeWorkflow.Server.Storage;

/// <summary>The one context; features bring their own tables and sets.</summary>
public sealed class OfficeDb(DbContextOptions<OfficeDb> options) : DbContext(options);
