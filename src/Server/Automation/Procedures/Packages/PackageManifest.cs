namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>The table of contents of a package.</summary>
/// <param name="Files">SHA-256 of each file, by its path.</param>
/// <param name="Hash">SHA-256 over all of these, in the order of their paths.</param>
public sealed record PackageManifest(int Format, string Key, string Name, int Version, SortedDictionary<string, string> Files, string Hash);
