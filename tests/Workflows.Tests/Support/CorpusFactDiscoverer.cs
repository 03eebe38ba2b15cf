using Xunit.Abstractions;
using Xunit.Sdk;

namespace OfficeWorkflow.Workflows.Tests.Support;

public sealed class CorpusFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Corpus.IsHere ? new FactDiscoverer(diagnostics).Discover(discoveryOptions, testMethod, factAttribute) : [];
}
