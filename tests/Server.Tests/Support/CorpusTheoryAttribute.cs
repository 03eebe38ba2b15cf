using Xunit.Sdk;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Tests on models that others wrote, one for each: discovered where they are, and only there.</summary>
[XunitTestCaseDiscoverer("OfficeWorkflow.Server.Tests.Support.CorpusTheoryDiscoverer", "OfficeWorkflow.Server.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute;
