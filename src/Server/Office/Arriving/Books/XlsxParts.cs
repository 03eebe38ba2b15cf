using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace OfficeWorkflow.Server.Office.Arriving.Books;

/// <summary>
/// Reads the parts of a workbook one element after the other. A few kilobytes can unpack to gigabytes, and a tree of a part takes many times
/// its text; so octets are counted while unpacking, not believed, and no tree of a whole part is built.
/// </summary>
internal static class XlsxParts
{
    /// <summary>Of a whole workbook, unpacked.</summary>
    public const long LargestWhole = 60_000_000;

    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static bool AreTooLarge(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var (buffer, left) = (new byte[81_920], LargestWhole);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                left -= read;
                if (left < 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What stands in the first element of a kind.</summary>
    public static IEnumerable<TChild> ChildrenOf<TParent, TChild>(OpenXmlPart? part)
        where TParent : OpenXmlElement
        where TChild : OpenXmlElement
    {
        if (part is null)
        {
            yield break;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(TParent))
            {
                foreach (var child in ChildrenOf<TChild>(reader))
                {
                    yield return child;
                }

                yield break;
            }
        }
    }

    /// <summary>Children of the element on which a reader stands.</summary>
    public static IEnumerable<TChild> ChildrenOf<TChild>(OpenXmlReader reader)
        where TChild : OpenXmlElement
    {
        for (var isThere = reader.ReadFirstChild(); isThere; isThere = reader.ReadNextSibling())
        {
            if (reader.ElementType == typeof(TChild) && reader.LoadCurrentElement() is TChild child)
            {
                yield return child;
            }
        }
    }
}
