//! A drawing painted onto a canvas. No image goes in, so no policy on images is asked.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

use super::shapes::{Drawing, Shape};

/// Dots for a pixel.
const SCALE: f64 = 2.0;

/// The address of the picture as a PNG; `None` where the browser does not paint.
pub(super) fn png(drawing: &Drawing) -> Option<String> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    canvas.set_width((drawing.width * SCALE) as u32);
    canvas.set_height((drawing.height * SCALE) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context.scale(SCALE, SCALE).ok()?;
    context.set_fill_style_str(&drawing.ground);
    context.fill_rect(0.0, 0.0, drawing.width, drawing.height);
    context.translate(0.0, drawing.rise).ok()?;
    for shape in &drawing.shapes {
        paint(&context, shape)?;
    }
    canvas.to_data_url_with_type("image/png").ok()
}

fn paint(context: &CanvasRenderingContext2d, shape: &Shape) -> Option<()> {
    context.set_global_alpha(shape.opacity);
    context.set_fill_style_str(&shape.fill);
    if let Some((text, x, y)) = &shape.text {
        context.set_font(&shape.font);
        context.set_text_align(match shape.anchor.as_str() {
            "middle" => "center",
            "end" => "right",
            _ => "left",
        });
        // The ground around the letters, so that lines behind them do not cross them out.
        if shape.stroke != "none" {
            context.set_stroke_style_str(&shape.stroke);
            context.set_line_width(shape.stroke_width);
            context.set_line_join("round");
            // What was drawn before may have been dashed.
            context.set_line_dash(&Array::new()).ok()?;
            context.stroke_text(text, *x, *y).ok()?;
        }
        return context.fill_text(text, *x, *y).ok();
    }
    let path = Path2d::new_with_path_string(shape.path.as_ref()?).ok()?;
    if shape.fill != "none" {
        context.fill_with_path_2d(&path);
    }
    if shape.stroke != "none" {
        context.set_stroke_style_str(&shape.stroke);
        context.set_line_width(shape.stroke_width);
        let dash: Array = shape.dash.iter().map(|length| JsValue::from_f64(*length)).collect();
        context.set_line_dash(&dash).ok()?;
        context.stroke_with_path(&path);
    }
    Some(())
}
