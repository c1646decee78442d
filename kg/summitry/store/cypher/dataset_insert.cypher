CREATE (d:DatasetRecord)
SET d = $row
