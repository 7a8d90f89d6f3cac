// Nothing waits because of the hold any more.
MATCH (hold:SourceHold {id: $id})
SET hold.status = CASE hold.status WHEN 'RELEASING' THEN 'RELEASED' ELSE 'REJECTED' END,
    hold.finishedAt = datetime({epochMillis: $at})
