using System.Text.Json.Serialization;

namespace Derma.Core;

/// <summary>How a data set lies on disk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataLayout>))]
public enum DataLayout
{
    /// <summary>Drawn by this library; nothing on disk until a run needs it.</summary>
    BuiltIn,

    /// <summary><c>train/&lt;class&gt;/*.jpg</c> and <c>test/&lt;class&gt;/*.jpg</c>.</summary>
    ClassFolders,

    /// <summary><c>HAM10000_metadata.csv</c> beside folders of photos, as packed on Kaggle.</summary>
    Ham10000,

    /// <summary>Described in a paper and never published: there is no folder to check.</summary>
    Unpublished,
}
