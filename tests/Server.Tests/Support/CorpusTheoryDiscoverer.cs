using Xunit.Abstractions;
using Xunit.Sdk;

namespace OfficeWorkflow.Server.Tests.Support;

public sealed class CorpusTheoryDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Corpus.IsHere ? new TheoryDiscoverer(diagnostics).Discover(discoveryOptions, testMethod, factAttribute) : [];
}
