WITH e WHERE split(e.startEdtf, '/')[0] <= left({day}, size(split(e.startEdtf, '/')[0]))
  AND split(coalesce(e.endEdtf, e.startEdtf), '/')[-1] >= left({day}, size(split(coalesce(e.endEdtf, e.startEdtf), '/')[-1]))
