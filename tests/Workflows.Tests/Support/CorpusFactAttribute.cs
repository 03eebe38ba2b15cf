using Xunit.Sdk;

namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>A test on models that others wrote: discovered where they are, and only there.</summary>
[XunitTestCaseDiscoverer("OfficeWorkflow.Workflows.Tests.Support.CorpusFactDiscoverer", "OfficeWorkflow.Workflows.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute;
