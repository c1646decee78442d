MATCH (v:SummitryView {name: $name})
RETURN v.watermark AS watermark, v.nodes AS nodes
