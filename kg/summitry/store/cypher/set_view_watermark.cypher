// The number of nodes is noted to see, on opening, whether the files still hold them all.
MERGE (v:SummitryView {name: $name})
SET v.watermark = $watermark, v.nodes = $nodes
