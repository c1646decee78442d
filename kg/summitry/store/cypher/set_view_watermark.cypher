MERGE (v:SummitryView {name: $name})
SET v.watermark = $watermark
