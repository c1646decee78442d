MATCH (v:SummitryView {name: $name})
RETURN v.watermark AS watermark
