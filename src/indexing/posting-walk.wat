(module
  (import "host" "memory" (memory 0))

  ;; Adds what every term gives to the rows of a block, from `first` to before `limit`. A term: cursor i32, end i32,
  ;; gain f64, norms i32, scores i32, 8 bytes unused; norms are those of row 0, scores those of row `first`.
  (func (export "walk")
    (param $term i32) (param $terms i32) (param $rows i32) (param $frequencies i32) (param $first i32) (param $limit i32)
    (local $at i32) (local $end i32) (local $row i32) (local $gain f64) (local $norms i32) (local $scores i32)
    (local $frequency f64)
    (block $none
      (br_if $none (i32.ge_u (local.get $term) (local.get $terms)))
      (loop $nextTerm
        (local.set $at (i32.load (local.get $term)))
        (local.set $end (i32.load offset=4 (local.get $term)))
        (local.set $gain (f64.load offset=8 (local.get $term)))
        (local.set $norms (i32.load offset=16 (local.get $term)))
        (local.set $scores
          (i32.sub (i32.load offset=20 (local.get $term)) (i32.shl (local.get $first) (i32.const 2))))
        (block $done
          (loop $nextRow
            (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $row (i32.load (i32.add (local.get $rows) (i32.shl (local.get $at) (i32.const 2)))))
            (br_if $done (i32.ge_u (local.get $row) (local.get $limit)))
            (local.set $frequency
              (f64.convert_i32_u (i32.load8_u (i32.add (local.get $frequencies) (local.get $at)))))
            (local.set $row (i32.shl (local.get $row) (i32.const 2)))
            (f32.store (i32.add (local.get $scores) (local.get $row))
              (f32.demote_f64
                (f64.add
                  (f64.promote_f32 (f32.load (i32.add (local.get $scores) (local.get $row))))
                  (f64.div
                    (f64.mul (local.get $gain) (local.get $frequency))
                    (f64.add (local.get $frequency)
                      (f64.promote_f32 (f32.load (i32.add (local.get $norms) (local.get $row)))))))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (br $nextRow)))
        (i32.store (local.get $term) (local.get $at))
        (br_if $nextTerm
          (i32.lt_u (local.tee $term (i32.add (local.get $term) (i32.const 32))) (local.get $terms))))))

  ;; Writes to `out` the places, from 0, of those of `count` rows whose two scores together reach the threshold, and gives
  ;; how many there are. Sixteen rows at a time are passed over, four are looked at; scores beyond the last row are 0.
  (func (export "reaching")
    (param $words i32) (param $bigrams i32) (param $count i32) (param $threshold f32) (param $out i32) (result i32)
    (local $at i32) (local $end i32) (local $start i32) (local $least v128) (local $mask i32) (local $offset i32)
    (local.set $start (local.get $out))
    (local.set $least (f32x4.splat (local.get $threshold)))
    (block $none
      (loop $nextBlock
        (br_if $none (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $offset (i32.shl (local.get $at) (i32.const 2)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $nextBlock
          (i32.eqz
            (v128.any_true
              (f32x4.ge
                (f32x4.pmax
                  (f32x4.pmax
                (f32x4.add
                  (v128.load offset=0 (i32.add (local.get $words) (local.get $offset)))
                  (v128.load offset=0 (i32.add (local.get $bigrams) (local.get $offset))))
                (f32x4.add
                  (v128.load offset=16 (i32.add (local.get $words) (local.get $offset)))
                  (v128.load offset=16 (i32.add (local.get $bigrams) (local.get $offset)))))
                  (f32x4.pmax
                (f32x4.add
                  (v128.load offset=32 (i32.add (local.get $words) (local.get $offset)))
                  (v128.load offset=32 (i32.add (local.get $bigrams) (local.get $offset))))
                (f32x4.add
                  (v128.load offset=48 (i32.add (local.get $words) (local.get $offset)))
                  (v128.load offset=48 (i32.add (local.get $bigrams) (local.get $offset))))))
                (local.get $least)))))
        (local.set $at (i32.sub (local.get $at) (i32.const 16)))
        (local.set $end (i32.add (local.get $at) (i32.const 16)))
        (loop $next
          (local.set $offset (i32.shl (local.get $at) (i32.const 2)))
          (local.set $mask
            (i32x4.bitmask
              (f32x4.ge
                (f32x4.add
                  (v128.load offset=0 (i32.add (local.get $words) (local.get $offset)))
                  (v128.load offset=0 (i32.add (local.get $bigrams) (local.get $offset))))
                (local.get $least))))
          (block $checked
            (loop $nextBit
              (br_if $checked (i32.eqz (local.get $mask)))
              (i32.store (local.get $out) (i32.add (local.get $at) (i32.ctz (local.get $mask))))
              (local.set $out (i32.add (local.get $out) (i32.const 4)))
              (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
              (br $nextBit)))
          (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
        (br $nextBlock)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $start)) (i32.const 2))))
